using static System.FormattableString;

namespace SummitDigest.Content.Citing;

/// <summary>The place in a speech that is cited, as the styles abbreviate it.</summary>
public sealed record Pinpoint
{
    private Pinpoint(string para, string par) => (Para, Par) = (para, par);

    /// <summary>As APA and Chicago have it: "para. 7", "paras. 5–6".</summary>
    public string Para { get; }

    /// <summary>As MLA has it: "par. 7", "pars. 5-6".</summary>
    public string Par { get; }

    /// <summary>A text that stands for itself in every style, such as a mark that is replaced later.</summary>
    public static Pinpoint As(string text) => new(CitedText.Clean(text), CitedText.Clean(text));

    /// <summary>One passage.</summary>
    public static Pinpoint To(Passage passage) => Between(passage.Number, passage.Number);

    /// <summary>A section's passages; null where it has none of its own.</summary>
    public static Pinpoint? To(Section section) =>
        section.Passages is [var first, ..] ? Between(first.Number, section.Passages[^1].Number) : null;

    private static Pinpoint Between(int first, int last) => first == last
        ? new(Invariant($"para. {first}"), Invariant($"par. {first}"))
        : new(Invariant($"paras. {first}\u2013{last}"), Invariant($"pars. {first}-{last}"));
}
