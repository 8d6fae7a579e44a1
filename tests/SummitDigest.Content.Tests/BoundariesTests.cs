using System.Reflection;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests;

/// <summary>What holds for the whole project.</summary>
public sealed class BoundariesTests
{
    private static readonly Assembly Content = typeof(LibraryReader).Assembly;

    [Fact]
    public void Content_uses_nothing_of_ours() =>
        Content.GetReferencedAssemblies().Select(name => name.Name).Should().NotContain(name => name!.StartsWith("SummitDigest", StringComparison.Ordinal));

    [Fact]
    public void What_readers_share_cannot_be_changed() =>
        Content.GetExportedTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Should().BeEmpty();
}
