using System.Text;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>An entry as BibTeX reads it: values with their TeX, outer braces off.</summary>
internal sealed record BibTeXEntry(string Type, string Key, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What TeX prints for a field; fails on a special character that is not escaped and on a command that we do not write.</summary>
    public string Printed(string field) => BibTeXParser.Print(Fields[field]);
}

/// <summary>Reads one entry strictly, by the grammar in "BibTeXing" and Tame the BeaST, 3: braces balance whatever stands before them.</summary>
internal static class BibTeXParser
{
    private static readonly Dictionary<string, char> Commands = new(StringComparer.Ordinal)
    {
        [@"{\textbackslash}"] = '\\',
        [@"{\textbraceleft}"] = '{',
        [@"{\textbraceright}"] = '}',
        [@"{\textasciitilde}"] = '~',
        [@"{\textasciicircum}"] = '^',
    };

    public static BibTeXEntry Parse(string text)
    {
        var at = 0;
        Expect("@");
        var type = ReadWhile(char.IsAsciiLetterLower);
        Expect("{");
        var key = ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        Expect(",\n");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (text[at] != '}')
        {
            Expect("  ");
            var name = ReadWhile(char.IsAsciiLetterLower);
            Expect(" = ");
            fields.Add(name, text[at] == '{' ? ReadBraced() : ReadWhile(char.IsAsciiLetterLower));
            Expect(",\n");
        }
        Expect("}\n");
        return at == text.Length ? new(type, key, fields) : throw new FormatException($"More after the entry: {text[at..]}");

        void Expect(string what)
        {
            if (!text.AsSpan(at).StartsWith(what, StringComparison.Ordinal))
                throw new FormatException($"No {what} at {at} of {text}");
            at += what.Length;
        }

        string ReadWhile(Func<char, bool> allowed)
        {
            var start = at;
            while (allowed(text[at]))
                at++;
            return at > start ? text[start..at] : throw new FormatException($"Nothing at {at} of {text}");
        }

        string ReadBraced()
        {
            var start = ++at;
            for (var depth = 1; depth > 0; at++)
                depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            return text[start..(at - 1)];
        }
    }

    public static string Print(string tex)
    {
        var text = new StringBuilder();
        for (var at = 0; at < tex.Length; at++)
        {
            var command = Commands.Keys.FirstOrDefault(command => tex.AsSpan(at).StartsWith(command, StringComparison.Ordinal));
            if (command is not null)
            {
                text.Append(Commands[command]);
                at += command.Length - 1;
            }
            else if (tex[at] == '\\' && at + 1 < tex.Length && "#$%&_".Contains(tex[at + 1], StringComparison.Ordinal))
            {
                text.Append(tex[++at]);
            }
            else if (@"\#$%&_~^".Contains(tex[at], StringComparison.Ordinal))
            {
                throw new FormatException($"{tex[at]} is not escaped in {tex}");
            }
            else if (tex[at] is not ('{' or '}'))
            {
                text.Append(tex[at]);
            }
        }
        return text.ToString();
    }
}
