using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Api;
using HallSuite.Web.Devices;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Kiosk;

/// <summary>
/// A page of the kiosk. Every form is answered with a redirect, also a refused one: what was typed and why it did not do are kept in the
/// <see cref="KioskVisit"/>, so that going back or loading again never sends anything a second time.
/// </summary>
public abstract class KioskPage : ComponentBase
{
    /// <summary>The hall's code in the address.</summary>
    [Parameter]
    public string Hall { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private KioskQueries Kiosks { get; set; } = null!;

    [Inject]
    private KioskVisits Visits { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The hall, once <see cref="IsReady"/>.</summary>
    protected internal HallFront Front { get; private set; } = null!;

    /// <summary>Why this kiosk cannot serve the hall of the address; null when it can.</summary>
    protected internal Error? Refusal { get; private set; }

    /// <summary>Whether there is something to show: not while the browser is being sent elsewhere.</summary>
    protected internal bool IsReady { get; private set; }

    protected internal KioskLook Look { get; private set; } = new();

    protected KioskVisit Visit { get; private set; } = new();

    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>The kiosk as the one who acts.</summary>
    protected Actor Actor => CurrentDevice.Of(Http.User) is { } device
        ? Actor.Device(device.Id, Http.Connection.RemoteIpAddress?.ToString() ?? "")
        : throw new InvalidOperationException("Kiosk pages are for devices; their policy lets nobody else in.");

    protected sealed override async Task OnInitializedAsync()
    {
        (Look, Visit) = (KioskLook.Of(Http.Request), Visits.Read(Http));
        if (!(await Kiosks.OpenAsync(Actor, Hall, Cancel)).TryGet(out var front, out var refusal))
        {
            Refusal = refusal;
            Http.AnswerPageWith(Problems.StatusOf(refusal));
            return;
        }

        Front = front;
        if (ElsewhereFirst() is { } address)
        {
            GoTo(address);
            return;
        }

        await ReadAsync();
        IsReady = true;
    }

    /// <summary>Where the visitor has to be first, because an earlier step is missing or the ticket is out already; null for here.</summary>
    protected virtual string? ElsewhereFirst() => null;

    /// <summary>Reads what the page shows.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>Answers a form: keeps the visit and goes on.</summary>
    protected void GoOn(KioskVisit visit, string address)
    {
        Visits.Keep(Http, Hall, visit);
        GoTo(address);
    }

    /// <summary>Leaves nothing of the visit behind.</summary>
    protected void Forget() => Visits.Forget(Http, Hall);

    /// <summary>Answers one of the buttons at the foot: the same page again in another look, with what was typed.</summary>
    protected internal void ChangeLook(string? toggle, KioskVisit? typed = null)
    {
        Look.With(toggle).Keep(Http, Hall);
        if (typed is not null)
        {
            Visits.Keep(Http, Hall, typed);
        }

        GoTo("/" + Navigation.ToBaseRelativePath(Navigation.Uri));
    }

    private void GoTo(string address)
    {
        IsReady = false;
        Navigation.NavigateTo(address);
    }
}
