using System.Collections.Frozen;

namespace RussiaChinaAnalysis.Arguments.Text.Words;

/// <summary>English words that say little of what a sentence is about.</summary>
public static class FunctionWords
{
    private static readonly FrozenSet<string> Keys =
        """
        a about above across after again against all almost alone along already also although always am among an and
        another any anyone anything are around as at away back be became because become been before behind being below
        best better between both but by came can cannot come could did do does done down during each either else enough
        even ever every everything except far few first for from further get give go got had has have having he hence her
        here hers herself him himself his how however i if in indeed instead into is it its itself just keep kept last
        later latter least less let like likely long made make many may me might mine more moreover most much must my
        myself near nearly neither never nevertheless next no nobody none nor not nothing now of off often on once one
        only onto or other others our ours ourselves out over own per perhaps quite rather really said same say second
        see seem shall she should since so some something soon still such take than that the their theirs them themselves
        then there therefore these they thing think third this those though three through thus to today together too
        toward towards two under unless unlike until up upon us very via was way we well were what whatever when where
        whether which while who whole whom whose why will with within without would yes yet you your yours
        """
        .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => WordForm.Key(word))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="key">A key of <see cref="WordForm"/>.</param>
    public static bool Holds(ReadOnlySpan<char> key) => Keys.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key);
}
