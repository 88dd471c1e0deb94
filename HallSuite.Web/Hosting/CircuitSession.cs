using System.Globalization;
using System.Security.Claims;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HallSuite.Web.Hosting;

/// <summary>
/// The session of a circuit. It is compared with the database every 30 seconds and at once when the person changes, on whatever
/// node; when it is over, the pages become those of nobody, and the router leaves for the sign-in page.
/// </summary>
internal sealed class CircuitSession(ILoggerFactory logs, LiveBus bus, SignInSessions sessions, TimeProvider time)
    : RevalidatingServerAuthenticationStateProvider(logs), IAsyncDisposable
{
    private LiveSubscription? person;
    private LiveSubscription? signedOut;

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        HoldsAsync(authenticationState.User, cancellationToken);

    /// <summary>Follows the person and the session from now on. Only circuits do: a plain request is over before anything changes.</summary>
    public async Task WatchAsync()
    {
        var user = (await GetAuthenticationStateAsync()).User;
        if (person is not null || CurrentActor.Of(user) is not { } actor)
        {
            return;
        }

        person = bus.Subscribe([StaffTopics.Person(new StaffId(actor.Id))], TimeSpan.FromSeconds(1), CheckAsync);
        if (user.FindFirstValue(Sessions.SessionClaim) is { } session)
        {
            // Nothing but its end is ever told of a session.
            signedOut = bus.Subscribe([StaffTopics.Session(session)], TimeSpan.FromSeconds(1), _ => End());
        }

        await CheckAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watch in new[] { person, signedOut })
        {
            if (watch is not null)
            {
                await watch.DisposeAsync();
            }
        }

        ((IDisposable)this).Dispose();
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        if (!await HoldsAsync((await GetAuthenticationStateAsync()).User, cancel))
        {
            await End();
        }
    }

    private Task End()
    {
        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        return Task.CompletedTask;
    }

    private async Task<bool> HoldsAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        long.TryParse(user.FindFirstValue(Sessions.UntilClaim), CultureInfo.InvariantCulture, out var until) && time.GetUtcNow().ToUnixTimeSeconds() < until
        && await Sessions.HoldsAsync(sessions, user, cancel);
}

/// <summary>Starts the watch when a circuit begins.</summary>
internal sealed class CircuitSessionWatch(CircuitSession session) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) => session.WatchAsync();
}
