using System.Collections.Immutable;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>A heading of a report as it stands in the file.</summary>
/// <param name="Id">From <c>{#id}</c> behind the heading; null where none is written.</param>
/// <param name="Level">As many as it has hash signs.</param>
internal sealed record HeadingBlockText(ContentId? Id, string Text, int Level, SourcePosition Position, IdPlace IdPlace) : BlockText(Id, Text, Position, IdPlace);

/// <summary>A passage as it stands in the file.</summary>
/// <param name="Id">From <c>^id</c> at its end; null where none is written.</param>
/// <param name="Html">Safe to put into a page.</param>
/// <param name="Links">Those to addresses of this site.</param>
internal sealed record PassageBlockText(ContentId? Id, string Text, string Html, ImmutableArray<SiteLink> Links, SourcePosition Position, IdPlace IdPlace) : BlockText(Id, Text, Position, IdPlace);

/// <summary>A heading or a passage.</summary>
internal abstract record BlockText(ContentId? Id, string Text, SourcePosition Position, IdPlace IdPlace);

/// <summary>Where in its file an id that is not written yet would stand.</summary>
/// <param name="Offset">Behind this many UTF-16 units of the file.</param>
/// <param name="IsAlone">Whether as a paragraph of its own: behind code there is no other place.</param>
internal readonly record struct IdPlace(int Offset, bool IsAlone);
