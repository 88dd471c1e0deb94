using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>What is written about one window; it can be removed while it has no history.</summary>
public sealed partial class WindowForm(EditWindow edit, RemoveWindow remove, EnumTexts enums, NavigationManager navigation) : HallEditPart<WindowDetails>
{
    private bool isAsking;
    private bool isRemoving;

    [Parameter, EditorRequired]
    public WindowId Window { get; set; }

    protected override WindowDetails Saved => Now.Details;

    protected override IReadOnlyList<string> Operations => [nameof(EditWindow)];

    private AdminWindow Now => Hall.Windows.First(w => w.Id == Window);

    protected override Task<Result> SaveAsync(WindowDetails seen, WindowDetails wanted) =>
        edit.ExecuteAsync(new(Hall.Id, Window, seen, wanted), Actor, CancellationToken.None);

    protected override IEnumerable<(string Name, string Text)> Told(WindowDetails form) =>
    [
        (T["WindowNumber"], form.Number.ToString(CultureInfo.CurrentCulture)), (T["WindowName"], form.Name),
        (T["WindowFloor"], Hall.Floors.FirstOrDefault(f => f.Number == form.Floor)?.Name ?? form.Floor.ToString(CultureInfo.CurrentCulture)),
        (T["WindowKind"], enums.Of(form.Kind)),
    ];

    protected override string? FieldOf(Error refusal) => isRemoving ? null : WindowFields.FieldOf(refusal);

    private void Ask()
    {
        Forget();
        isAsking = true;
    }

    // The number stands in the address.
    private async Task SaveAndFollowAsync()
    {
        isRemoving = false;
        await SubmitAsync();
        if (IsDone)
        {
            navigation.NavigateTo(HallUrls.AdminWindow(Hall.Code, Draft.Wanted.Number.ToString(CultureInfo.InvariantCulture)), replace: true);
        }
    }

    private async Task RemoveAsync()
    {
        isRemoving = true;
        var removed = await ActAsync(() => remove.ExecuteAsync(new(Hall.Id, Window), Actor, CancellationToken.None), Draft.TakeTheirs);
        isAsking = false;
        if (removed)
        {
            navigation.NavigateTo(HallUrls.AdminHall(Hall.Code, "windows"), replace: true);
        }
    }
}
