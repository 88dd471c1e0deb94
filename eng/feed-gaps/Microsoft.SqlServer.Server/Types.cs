namespace Microsoft.SqlServer.Server;
// Microsoft.Data.SqlClient needs these types to be loadable: TdsParser.TDSExecuteRPCAddParameter, which every
// parameterised command runs, names Format. They serve CLR user-defined types, which HallSuite does not use.
public enum Format { Unknown = 0, Native = 1, UserDefined = 2 }
public interface IBinarySerialize { void Read(BinaryReader r); void Write(BinaryWriter w); }
public sealed class InvalidUdtException : SystemException { internal InvalidUdtException() { } public static InvalidUdtException Create(Type udtType, string resourceReason) => new(); }
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format => format; public int MaxByteSize { get; set; } public bool IsFixedLength { get; set; }
    public bool IsByteOrdered { get; set; } public string? ValidationMethodName { get; set; } public string? Name { get; set; }
}
