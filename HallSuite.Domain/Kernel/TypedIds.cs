namespace HallSuite.Domain.Kernel;

/// <summary>An id that cannot be taken for another module's id. Ids are made outside the domain (version 7 GUID).</summary>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public readonly record struct HallId(Guid Value) : ITypedId<HallId>
{
    public static HallId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct LaneId(Guid Value) : ITypedId<LaneId>
{
    public static LaneId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct WindowId(Guid Value) : ITypedId<WindowId>
{
    public static WindowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct TicketId(Guid Value) : ITypedId<TicketId>
{
    public static TicketId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct StaffId(Guid Value) : ITypedId<StaffId>
{
    public static StaffId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct PostId(Guid Value) : ITypedId<PostId>
{
    public static PostId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct DepartmentId(Guid Value) : ITypedId<DepartmentId>
{
    public static DepartmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct DeviceId(Guid Value) : ITypedId<DeviceId>
{
    public static DeviceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct MatterId(Guid Value) : ITypedId<MatterId>
{
    public static MatterId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct StandardId(Guid Value) : ITypedId<StandardId>
{
    public static StandardId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct CardId(Guid Value) : ITypedId<CardId>
{
    public static CardId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct PhoneCallId(Guid Value) : ITypedId<PhoneCallId>
{
    public static PhoneCallId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct DocumentId(Guid Value) : ITypedId<DocumentId>
{
    public static DocumentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct ScanId(Guid Value) : ITypedId<ScanId>
{
    public static ScanId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}

public readonly record struct CertificateId(Guid Value) : ITypedId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("N");
}
