namespace HallSuite.Domain.Documents;

/// <summary>How an issued document stands.</summary>
public enum DocumentState
{
    /// <summary>Issued; the signature follows within seconds.</summary>
    Signing,

    /// <summary>Issued and signed.</summary>
    Valid,

    /// <summary>Declared void; its number stays used.</summary>
    Void,
}
