using System.Text.Json;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>
/// What an operation is: its name in the audit log, the permission it needs and where, and the stream on which it takes its turn.
/// </summary>
/// <param name="Stream">
/// One per hall and purpose (<see cref="Streams"/>): a busy queue never waits for an approval. Everything on one stream happens one after the other.
/// </param>
/// <param name="Subject">What it is done to, as the audit log names it: a code, a number or an id, never personal data.</param>
/// <param name="Reason">Why, where the operation asks for a reason.</param>
public sealed record WorkOrder(string Operation, Permission Permission, Scope Scope, string Stream, string? Subject = null, string? Reason = null);

/// <summary>The names of the streams.</summary>
public static class Streams
{
    /// <summary>People, posts, devices, settings: everything that is not one hall's daily work.</summary>
    public const string Platform = "platform";

    /// <summary>Tickets and windows of one hall.</summary>
    public static string Queue(HallId hall) => $"hall:{hall}/queue";

    /// <summary>Ratings of the services of one hall.</summary>
    public static string Ratings(HallId hall) => $"hall:{hall}/ratings";

    /// <summary>Cases of one hall and their limits.</summary>
    public static string Cases(HallId hall) => $"hall:{hall}/cases";
}

/// <summary>One running operation: its context, its moment and its place in the stream's order.</summary>
public sealed class WorkUnit
{
    private readonly List<AuditRow> notes = [];

    internal WorkUnit(HallDbContext db, WorkOrder order, Actor actor, DateTimeOffset now, long seq, TopicMaps maps) =>
        (Db, Order, Actor, Now, Seq, Maps) = (db, order, actor, now, seq, maps);

    /// <summary>The one context of this operation. It is saved once, after the body, by <see cref="HallWork"/>.</summary>
    public HallDbContext Db { get; }

    public WorkOrder Order { get; }

    public Actor Actor { get; }

    /// <summary>Domain time of this operation, the same throughout.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The number of this operation in its stream: gapless, in commit order.</summary>
    public long Seq { get; }

    /// <summary>Set in the body when the subject is known only there (a number just given).</summary>
    public string? Subject { get; set; }

    /// <summary>What the audit log should know beyond the operation's name: codes and numbers, never personal data.</summary>
    public string? Detail { get; set; }

    /// <summary>Further topics that look different, beyond those of the changed entities.</summary>
    public HashSet<string> Topics { get; } = [];

    internal TopicMaps Maps { get; }

    /// <summary>A new id, rising with time (version 7).</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>A further audit row of this operation, for an act within the act.</summary>
    public void Note(string operation, string? subject, string? detail = null) => notes.Add(Audit(operation, subject, detail, notes.Count + 1));

    /// <summary>A message that leaves with this change, or not at all; the channel of its kind sends it after the commit.</summary>
    public void Send<T>(string kind, T payload) => Db.Set<OutboxRow>().Add(new OutboxRow
    {
        Id = NewId(),
        At = Now,
        Kind = kind,
        Payload = JsonSerializer.Serialize(payload, JsonSerializerOptions.Web),
        NextTryAt = DateTimeOffset.UnixEpoch,
    });

    /// <summary>The rows that go with the change: audit and, where a topic moved, the feed.</summary>
    internal void WriteRows(IEnumerable<object> changed)
    {
        foreach (var topic in changed.SelectMany(Maps.TopicsOf))
        {
            Topics.Add(topic);
        }

        Db.Set<AuditRow>().Add(Audit(Order.Operation, Subject ?? Order.Subject, Detail, 0));
        Db.Set<AuditRow>().AddRange(notes);
        if (Topics.Count > 0)
        {
            Db.Set<ChangeFeedRow>().Add(new ChangeFeedRow { Stream = Order.Stream, Seq = Seq, At = Now, Topics = string.Join('\n', Topics) });
        }
    }

    private AuditRow Audit(string operation, string? subject, string? detail, int part) => new()
    {
        Id = NewId(),
        Stream = Order.Stream,
        Seq = Seq,
        Part = part,
        At = Now,
        ActorKind = Actor.Kind,
        ActorId = Actor.Id,
        From = Actor.From.Length > 100 ? Actor.From[..100] : Actor.From,
        Operation = operation,
        Subject = subject,
        Hall = Order.Scope.Hall,
        Reason = Order.Reason,
        Detail = detail,
    };
}
