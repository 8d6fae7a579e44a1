using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>Refuses Markdown that would take a parser long, in one pass over its lines, before a parser sees it.</summary>
internal static class BodyGuard
{
    /// <summary>Whether the text from <paramref name="start"/> on may be parsed; if not, <paramref name="problems"/> has the reason.</summary>
    public static bool Admits(TextFile file, int start, ContentLimits limits, ProblemList problems)
    {
        var admitted = true;
        var (paragraphs, headings, brackets, marks) = (0, 0, 0, 0);
        var afterEmptyLine = true;
        foreach (var (lineStart, length, _) in file.Lines.Where(line => line.Start >= start))
        {
            var line = file.Text.AsSpan(lineStart, length);
            var isEmpty = line.IsWhiteSpace();
            if (line.Length > limits.LineLength)
                Refuse("line-too-long", $"This line has {line.Length} characters; at most {limits.LineLength} are read.", "Break it into paragraphs, with an empty line between them.");
            if (Depth(line) > limits.Nesting)
                Refuse("nesting-too-deep", $"Lists and quotations are more than {limits.Nesting} deep here.", "Take out list marks, > signs or spaces at the start of the line.");
            if (line.TrimStart().StartsWith('#') && ++headings == limits.Headings + 1)
                Refuse("headings-too-many", $"The file has more than {limits.Headings} headings.", "Split the report into several files.");
            if (afterEmptyLine && !isEmpty && ++paragraphs == limits.Paragraphs + 1)
            {
                admitted = false;
                RefuseParagraphs(file.PositionOf(lineStart), limits, problems);
            }
            var opening = line.Count('[');
            if (Passes(ref brackets, opening, limits.Brackets))
                Refuse("brackets-too-many", $"The file has more than {limits.Brackets} opening brackets.", "Split the report into several files.");
            if (isEmpty)
                marks = 0;
            if (Passes(ref marks, opening + line.Count('*') + line.Count('_'), limits.MarksInParagraph))
                Refuse("marks-too-many", $"This paragraph has more than {limits.MarksInParagraph} brackets, asterisks and underscores.", "Take them out, or break the paragraph up.");
            afterEmptyLine = isEmpty;

            void Refuse(string code, FormattableString message, string fix)
            {
                admitted = false;
                problems.Error(code, file.PositionOf(lineStart), FormattableString.Invariant(message), fix);
            }
        }
        return admitted;
    }

    /// <summary>Says that there are too many paragraphs, which for some text only a parser can tell.</summary>
    public static void RefuseParagraphs(SourcePosition position, ContentLimits limits, ProblemList problems) =>
        problems.Error("paragraphs-too-many", position, FormattableString.Invariant($"The file has more than {limits.Paragraphs} paragraphs."), "Split the report into several files.");

    /// <summary>Adds to a count; true when it passes the limit just now, so that it is reported once.</summary>
    private static bool Passes(ref int count, int added, int limit)
    {
        var before = count;
        count += added;
        return before <= limit && count > limit;
    }

    /// <summary>At most how many lists and quotations this line can open or continue: its marks, and a level for every two spaces in front of one.</summary>
    private static int Depth(ReadOnlySpan<char> line)
    {
        var columns = 0;
        var marks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case ' ':
                    columns++;
                    break;
                case '\t':
                    columns += 4;
                    break;
                case '>':
                    marks++;
                    break;
                case '-' or '*' or '+' when IsMarkEnd(line, i + 1):
                    marks++;
                    break;
                case >= '0' and <= '9':
                    while (i + 1 < line.Length && char.IsAsciiDigit(line[i + 1]))
                        i++;
                    if (i + 1 >= line.Length || line[i + 1] is not ('.' or ')') || !IsMarkEnd(line, i + 2))
                        return Total();
                    i++;
                    marks++;
                    break;
                default:
                    return Total();
            }
        }
        return Total();

        // Spaces without a mark behind them nest nothing: text may be indented as far as it likes.
        int Total() => marks == 0 ? 0 : marks + Math.Max(0, columns - marks) / 2;
    }

    private static bool IsMarkEnd(ReadOnlySpan<char> line, int index) => index >= line.Length || line[index] is ' ' or '\t';
}
