using Microsoft.Playwright;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>Who looks, and with what.</summary>
public sealed record Visitor
{
    /// <summary>Long, because a machine that builds other things at the same time is slow; only a failure takes so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Visitor AtDesk { get; } = new();

    public static Visitor OnPhone { get; } = new() { Width = 390, Height = 844 };

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public bool Dark { get; init; }

    public bool HasScript { get; init; } = true;

    public bool HasTouch { get; init; }

    /// <summary>Null for who is not signed in.</summary>
    public PersonRole? Role { get; init; }

    /// <summary>A status that an address is meant to answer with, which the browser reports as an error.</summary>
    public int? ExpectedStatus { get; init; }

    /// <summary>Whether requests are cut off on purpose, which the browser reports as an error.</summary>
    public bool IsCutOff { get; init; }

    public Visitor As(PersonRole role) => this with { Role = role };

    internal BrowserNewContextOptions Options => new()
    {
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = HasScript,
        HasTouch = HasTouch,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "en-GB",
    };

    internal bool Expects(string complaint) =>
        (IsCutOff && complaint.Contains("net::ERR_", StringComparison.Ordinal))
        || (ExpectedStatus is { } status && complaint.Contains($"the server responded with a status of {status}", StringComparison.Ordinal));
}
