using System.CommandLine;
using SummitDigest.Content;

namespace SummitDigest.Web.Commands;

/// <summary>The option that names a new speech.</summary>
internal static class SpeechName
{
    /// <summary>The option <c>--name</c>.</summary>
    public static Option<ContentId?> Option() => new("--name")
    {
        Description = "The name of the speech's file and its address; without it, one is made from the title.",
        HelpName = "my-speech",
        CustomParser = result =>
        {
            var id = ContentId.TryCreate(result.Tokens[0].Value);
            if (id is null)
                result.AddError($"\"{result.Tokens[0].Value}\" cannot be a name. {ContentId.Rule}");
            return id;
        },
    };
}
