using System.Globalization;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>Reads single settings and collects what is wrong, so that all of it is reported at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> mistakes = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The setting as written; null when missing or blank.</summary>
    public string? Text(string key)
    {
        known.Add(key);
        var value = configuration[key];
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public int Number(string key, int fallback, int least, int most)
    {
        var text = Text(key);
        if (text is null)
            return fallback;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Reject(key, $"must be a whole number from {least} to {most}, not '{text}'");
        return fallback;
    }

    /// <returns>Null when missing.</returns>
    public bool? Flag(string key)
    {
        var text = Text(key);
        if (text is null)
            return null;
        if (bool.TryParse(text, out var flag))
            return flag;
        Reject(key, $"must be true or false, not '{text}'");
        return null;
    }

    public TChoice Choice<TChoice>(string key, TChoice fallback)
        where TChoice : struct, Enum
    {
        var text = Text(key);
        if (text is null)
            return fallback;
        // Enum.TryParse would take numbers too.
        if (Enum.GetNames<TChoice>().Contains(text, StringComparer.OrdinalIgnoreCase))
            return Enum.Parse<TChoice>(text, ignoreCase: true);
        Reject(key, $"must be one of {string.Join(", ", Enum.GetNames<TChoice>())}, not '{text}'");
        return fallback;
    }

    /// <summary>Call after all settings are read: keys of these sections that nobody asked for are mistakes.</summary>
    /// <exception cref="UserMistakeException">Something was wrong.</exception>
    public void Finish(params IEnumerable<string> sections)
    {
        foreach (var section in sections)
        {
            var unknown = configuration.GetSection(section).AsEnumerable()
                .Where(pair => !string.IsNullOrEmpty(pair.Value) && !known.Contains(pair.Key));
            foreach (var (key, _) in unknown)
                Reject(key, "is not a setting");
        }

        if (mistakes.Count > 0)
            throw new UserMistakeException([.. mistakes]);
    }

    /// <param name="reason">Goes on after the key, without a full stop.</param>
    public void Reject(string key, string reason) => mistakes.Add($"{key} {reason}.");
}
