using System.Collections.Immutable;

namespace SummitDigest.Content;

/// <summary>Consecutive passages under one heading of the report or, in a report without headings, of one theme.</summary>
/// <param name="Id">Unique within the speech, among sections and passages together.</param>
/// <param name="Heading">The heading as the report has it or the theme's title; null for an opening or linking section without one.</param>
/// <param name="Level">2 for a section of the speech, 3 to 6 for one below another.</param>
/// <param name="Theme">The theme that most of its words carry; null where that is none.</param>
/// <param name="Passages">In speaking order; empty where a heading is followed by a heading at once.</param>
public sealed record Section(ContentId Id, string? Heading, int Level, ContentId? Theme, ImmutableArray<Passage> Passages);
