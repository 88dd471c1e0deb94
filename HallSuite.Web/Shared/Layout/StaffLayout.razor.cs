using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Shared.Layout;

/// <summary>The frame of the staff pages. It lives as long as the circuit: who is here is read once and again when the person changes.</summary>
public partial class StaffLayout
{
    /// <summary>The hall looked at last, for the next visit; written by <c>js/staff.js</c>.</summary>
    private const string HallCookie = "hall-last";

    private const string DefaultZone = "Asia/Shanghai";

    private LiveSubscription? watch;
    private ErrorBoundary? boundary;
    private StaffShell? shell;
    private HallEntry? hall;
    private bool isRead;
    private bool keysAreShown;
    private bool finderIsShown;

    [Inject]
    private IStringLocalizer<Shell> T { get; set; } = null!;

    [Inject]
    private StaffQueries Staff { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private LiveBus Bus { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>There while the page is drawn for the first time, when the cookies can be read.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    /// <summary>What the cookie said, handed on to the circuit.</summary>
    [PersistentState]
    public string? LastHall { get; set; }

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    protected override async Task OnInitializedAsync()
    {
        LastHall ??= Request?.Request.Cookies[HallCookie];
        Navigation.LocationChanged += Moved;
        if (await Current.FindAsync() is { } actor)
        {
            if (RendererInfo.IsInteractive)
            {
                watch = Bus.Subscribe([StaffTopics.Person(new(actor.Id))], TimeSpan.FromSeconds(1), _ => InvokeAsync(ReadAsync));
            }

            await ReadAsync();
        }

        isRead = true;
    }

    private async Task ReadAsync()
    {
        if (await Current.FindAsync() is { } actor && (await Staff.MeAsync(actor, CancellationToken.None)).TryGet(out var me, out _))
        {
            shell = new StaffShell(me, me.Halls.FirstOrDefault(h => h.Code == (hall?.Code ?? LastHall)) ?? (me.Halls is [var first, ..] ? first : null));
            FollowAddress();
            StateHasChanged();
        }
    }

    private void Moved(object? sender, LocationChangedEventArgs change)
    {
        boundary?.Recover();
        FollowAddress();
        StateHasChanged();
    }

    // The hall stands in the address; pages of the whole installation leave it out, and the last one stays.
    private void FollowAddress()
    {
        if (shell is not null)
        {
            hall = shell.HallOf(QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).GetValueOrDefault("hall")) ?? hall ?? shell.Preferred;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Moved;
        if (watch is not null)
        {
            await watch.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
