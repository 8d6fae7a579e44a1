using System.Globalization;
using System.Text;

namespace SummitDigest.Content.Importing;

/// <summary>Somebody who is named in a report.</summary>
/// <param name="name">In full, without titles.</param>
internal sealed class Person(string name)
{
    /// <summary>So many are kept of a text; one with more names is a list.</summary>
    public const int Most = 100;

    /// <summary>In full, without titles.</summary>
    public string Name { get; } = name;

    /// <summary>The name in lower case without accents.</summary>
    public string Folded { get; } = Fold(name);

    /// <summary>How often the person is said to say something.</summary>
    public int Spoken { get; private set; }

    /// <summary>The paragraph, from 0, in which that happens first.</summary>
    public int FirstSpoken { get; private set; } = int.MaxValue;

    /// <summary>Whether the text says that the person gave the keynote speech.</summary>
    public bool HasKeynote { get; private set; }

    /// <summary>Counts that the person says something in a paragraph.</summary>
    public void Speak(int paragraph, bool isKeynote = false)
    {
        HasKeynote |= isKeynote;
        Spoken++;
        FirstSpoken = Math.Min(FirstSpoken, paragraph);
    }

    /// <summary>A name in lower case without accents.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
