namespace HallSuite.Domain.Kernel;

/// <summary>Personal data as the database holds it: a cipher text that only the operations can open (PIPL Art. 51).</summary>
public readonly record struct SealedText(string Cipher)
{
    public override string ToString() => "(sealed)";
}

/// <summary>A keyed hash by which sealed data is found again. The key never leaves the master key's protection.</summary>
public readonly record struct LookupHash(string Value)
{
    public override string ToString() => "(lookup)";
}
