using System.Text.Json;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>
/// Idempotency (CONTRACT §3): the same key and body give the same answer, once, for 24 hours; another body with the same key is
/// refused. The answer is stored in the transaction of the change, so that a crash keeps both or neither.
/// </summary>
internal static class OnceAnswers
{
    /// <summary>The answer given before; null when this is the first time. The stream's lock is held, so a twin waits.</summary>
    public static async Task<Result<T>?> FindAsync<T>(HallDbContext db, WorkOrder order, Actor actor, OnceKey once, CancellationToken cancel)
    {
        var row = await db.Set<OnceRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == KeyOf(actor, once), cancel);
        if (row is null)
        {
            return null;
        }

        if (row.BodyHash != once.BodyHash || row.Operation != order.Operation)
        {
            return WorkErrors.KeyReused;
        }

        return row.RefusalJson is { } refusal
            ? JsonSerializer.Deserialize<KeptRefusal>(refusal)!.ToError()
            : JsonSerializer.Deserialize<T>(row.Answer!)!;
    }

    public static void Keep<T>(WorkUnit work, OnceKey once, Result<T> answer) => work.Db.Set<OnceRow>().Add(new OnceRow
    {
        Key = KeyOf(work.Actor, once),
        BodyHash = once.BodyHash,
        Operation = work.Order.Operation,
        At = work.Now,
        Answer = JsonSerializer.Serialize(answer.Value),
    });

    /// <summary>Keeps a refusal. In its own transaction: what was refused has left nothing to be kept with.</summary>
    public static async Task KeepRefusalAsync(
        IDbContextFactory<HallDbContext> contexts, WorkOrder order, Actor actor, OnceKey once, Error refusal, DateTimeOffset now, CancellationToken cancel)
    {
        if (refusal.Kind == ErrorKind.Unavailable || refusal.Code == WorkErrors.KeyReused.Code)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Set<OnceRow>().Add(new OnceRow
        {
            Key = KeyOf(actor, once),
            BodyHash = once.BodyHash,
            Operation = order.Operation,
            At = now,
            RefusalJson = JsonSerializer.Serialize(KeptRefusal.Of(refusal)),
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception fault) when (DatabaseDialect.IsUniqueViolation(fault))
        {
            // A twin of this request was refused at the same instant and has kept the same answer.
        }
    }

    private static string KeyOf(Actor actor, OnceKey once) => $"{actor.Id:N}/{once.Key}";

    private sealed record KeptRefusal(string Code, ErrorKind Kind, string[] Arguments)
    {
        public static KeptRefusal Of(Error error) =>
            new(error.Code, error.Kind, [.. error.Arguments.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? "")]);

        public Error ToError() => new(Code, Kind, [.. Arguments]);
    }
}
