using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>The floors of a hall.</summary>
public sealed partial class HallFloors(AddFloor add, RenameFloor rename, RemoveFloor remove, NavigationManager navigation) : FormPart
{
    private string? shown;
    private int number;
    private string name = "";
    private AdminFloor? asked;

    [Parameter, EditorRequired]
    public AdminHall Hall { get; set; } = null!;

    /// <summary>The number of the floor being edited, or <see cref="HallUrls.New"/>.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    private int? ChosenNumber => int.TryParse(Chosen, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var floor) ? floor : null;

    protected override void OnParametersSet()
    {
        if (shown == Chosen)
        {
            return;
        }

        Forget();
        shown = Chosen;
        number = Hall.Floors.Count == 0 ? 1 : Hall.Floors.Max(f => f.Number) + 1;
        name = Hall.Floors.FirstOrDefault(f => f.Number == ChosenNumber)?.Name ?? (Chosen == HallUrls.New ? $"{number}F" : "");
    }

    protected override string? FieldOf(Error refusal) => refusal.Code switch
    {
        "floor.number-invalid" or "floor.number-taken" => "number",
        "floor.name-invalid" => "name",
        _ => null,
    };

    private void Set(Action change)
    {
        Forget();
        change();
    }

    private Task AddAsync() => ActAndCloseAsync(() => add.ExecuteAsync(new(Hall.Id, number, name), Actor, CancellationToken.None));

    private Task RenameAsync(AdminFloor floor) => ActAndCloseAsync(() => rename.ExecuteAsync(new(Hall.Id, floor.Number, name), Actor, CancellationToken.None));

    private void Ask(AdminFloor floor)
    {
        Forget();
        asked = floor;
    }

    private async Task RemoveAsync()
    {
        var floor = asked!.Number;
        await ActAndCloseAsync(() => remove.ExecuteAsync(new(Hall.Id, floor), Actor, CancellationToken.None));
        asked = null;
    }

    private async Task ActAndCloseAsync(Func<Task<Result>> act)
    {
        if (await ActAsync(act))
        {
            navigation.NavigateTo(HallUrls.AdminHall(Hall.Code));
        }
    }
}
