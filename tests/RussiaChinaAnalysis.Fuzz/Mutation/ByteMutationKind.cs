namespace RussiaChinaAnalysis.Fuzz.Mutation;

public enum ByteMutationKind
{
    FlipBit,
    SetByte,
    Truncate,
    Remove,
    Zero,
    Repeat,
    Copy,
    InsertToken,
    OverwriteToken,
    NestToken,
    ReplaceNumber,
}
