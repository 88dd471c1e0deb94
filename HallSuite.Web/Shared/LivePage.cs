using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Live;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Shared;

/// <summary>
/// A staff page that follows its topics: it subscribes first, then reads, and reads again what its actor may see after each signal,
/// at most <see cref="Interval"/> apart. Nothing is subscribed while prerendering.
/// </summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    private LiveSubscription? subscription;
    private readonly SemaphoreSlim reading = new(1, 1);
    private string[] watched = [];
    private ITimer? ageing;
    private bool gone;

    [Inject]
    private LiveBus Bus { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<LivePage> Log { get; set; } = null!;

    /// <summary>Who looks at the page.</summary>
    protected Actor Actor { get; private set; } = null!;

    /// <summary>The least time between two refreshes.</summary>
    protected virtual TimeSpan Interval => TimeSpan.FromMilliseconds(250);

    /// <summary>How old the picture may become without any signal, for pages that tell how long something lasts; null for any age.</summary>
    protected virtual TimeSpan? OldestPicture => null;

    /// <summary>What the page shows now depends on these topics; asked again after every read.</summary>
    protected abstract IEnumerable<string> Topics { get; }

    /// <summary>Reads what the page shows. Called on the renderer's dispatcher, never twice at a time.</summary>
    protected abstract Task ReadAsync(CancellationToken cancel);

    protected override async Task OnParametersSetAsync()
    {
        Actor ??= await Current.GetAsync();
        await ReadInTurnAsync(CancellationToken.None);
        await WatchAsync();
    }

    /// <summary>Reads again at once, after an act of one's own.</summary>
    protected async Task RefreshAsync()
    {
        await ReadInTurnAsync(CancellationToken.None);
        await WatchAsync();
        StateHasChanged();
    }

    /// <summary>Subscribes to the topics of what was just read; a change of topics reads once more, so that no change falls between.</summary>
    private async Task WatchAsync()
    {
        if (!RendererInfo.IsInteractive || gone)
        {
            return;
        }

        if (ageing is null && OldestPicture is { } age)
        {
            ageing = Time.CreateTimer(_ => _ = InvokeAsync(ReadAgainAsync), null, age, age);
        }

        string[] wanted = [.. Topics.Order(StringComparer.Ordinal)];
        if (wanted.SequenceEqual(watched))
        {
            return;
        }

        var before = subscription;
        watched = wanted;
        subscription = Bus.Subscribe(wanted, Interval, cancel => InvokeAsync(() => FollowAsync(cancel)));
        if (before is not null)
        {
            await before.DisposeAsync();
        }

        await ReadInTurnAsync(CancellationToken.None);
    }

    // An act of one's own and a signal can fall together; the later read must win.
    private async Task ReadInTurnAsync(CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            await ReadAsync(cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        if (gone)
        {
            return;
        }

        await ReadInTurnAsync(cancel);
        await WatchAsync();
        StateHasChanged();
    }

    private async Task ReadAgainAsync()
    {
        try
        {
            await FollowAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The database is away for a moment: the old picture stays, the next turn tries again.
            Log.LogWarning(fault, "A page could not be read again");
        }
    }

    /// <summary>Called once when the page is left.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        gone = true;
        if (subscription is not null)
        {
            await subscription.DisposeAsync();
        }

        if (ageing is not null)
        {
            await ageing.DisposeAsync();
        }

        // The turn-taking is not disposed: a read that is still under way gives its turn back when it ends.
        await LeaveAsync();
        GC.SuppressFinalize(this);
    }
}
