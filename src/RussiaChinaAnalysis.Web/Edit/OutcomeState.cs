using System.Text.Json;
using System.Text.Json.Serialization;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>How a form ended. Scripts read the names in lower case.</summary>
[JsonConverter(typeof(InLowerCase))]
public enum OutcomeState
{
    Done,
    Unchanged,
    Missing,
    Refused,
    Forbidden,

    /// <summary>Somebody else had changed the row meanwhile; nothing was stored.</summary>
    Collision,
}

internal sealed class InLowerCase() : JsonStringEnumConverter<OutcomeState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
