using SummitDigest.Content;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>A section or passage as a page shows it.</summary>
/// <param name="Section">The section, or the one that the passage is in.</param>
/// <param name="Passage">Null where the section itself is shown.</param>
internal sealed record PartView(Speech Speech, Section Section, Passage? Passage)
{
    /// <summary>Its id.</summary>
    public ContentId Id => Passage?.Id ?? Section.Id;

    /// <summary>What it is called: "Passage 7", or the section's heading.</summary>
    public string Title => Passage is null ? PageText.Heading(Section) : $"Passage {Passage.Number}";

    /// <summary>Its passages in speaking order.</summary>
    public IReadOnlyList<Passage> Passages => Passage is null ? Section.Passages : [Passage];

    /// <summary>The part of the same kind before it, or null.</summary>
    public PartView? Previous => Neighbour(-1);

    /// <summary>The part of the same kind behind it, or null.</summary>
    public PartView? Next => Neighbour(1);

    /// <summary>The passages right before it and right behind it, as far as there are any.</summary>
    public IEnumerable<Passage> Around => Passages.Count == 0 ? []
        : Speech.Passages.Where(passage => passage.Number == Passages[0].Number - 1 || passage.Number == Passages[^1].Number + 1);

    private PartView? Neighbour(int step)
    {
        if (Passage is null)
            return Speech.Sections.ElementAtOrDefault(Speech.Sections.IndexOf(Section) + step) is { } section ? new(Speech, section, Passage: null) : null;
        foreach (var section in Speech.Sections)
        {
            if (section.Passages.FirstOrDefault(passage => passage.Number == Passage.Number + step) is { } passage)
                return new(Speech, section, passage);
        }
        return null;
    }
}
