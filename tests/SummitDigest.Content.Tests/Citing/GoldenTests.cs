using SummitDigest.Content.Citing;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>Citations as <c>citations.md</c> has them, line by line.</summary>
public sealed class GoldenTests
{
    private static readonly string GoldenFile = Path.Combine(Repository.Root, "tests", "SummitDigest.Content.Tests", "Citing", "citations.md");

    private const string Introduction = """
        # Citations

        What a citation looks like in each style and file; `GoldenTests` reads this page. Italics are between asterisks.
        After a change run `UPDATE_GOLDEN=1 dotnet test tests/SummitDigest.Content.Tests --filter Citing` and hold each changed
        line against the manual of its style.

        """;

    [Fact]
    public void Citations_are_as_the_manuals_have_them()
    {
        var page = Introduction + string.Concat(CitedCases.All.Select(Show));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(GoldenFile, page);
        page.Split('\n').Should().Equal(File.ReadAllText(GoldenFile).Split('\n'));
    }

    // Lines of the page end in LF and in no blank, which RIS has otherwise: RisParser holds that.
    private static string Show((string Name, Citation Citation) shown) => $"""

        ## {shown.Name}

        - APA: {Marked(Apa.Reference(shown.Citation))}
        - APA in the text: {Apa.InText(shown.Citation)}
        - MLA: {Marked(Mla.WorksCited(shown.Citation))}
        - MLA in the text: {Mla.InText(shown.Citation)}
        - Chicago: {Marked(Chicago.Note(shown.Citation))}

        ```bibtex
        {BibTeX.Write(shown.Citation)}```

        ```ris
        {Ris.Write(shown.Citation).ReplaceLineEndings("\n").TrimEnd()}
        ```

        ```json
        {CslJson.Write(shown.Citation)}```

        """;

    private static string Marked(IEnumerable<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.IsItalic ? $"*{piece.Text}*" : piece.Text));
}
