using HallSuite.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Shared.Forms;

/// <summary>
/// A form that makes something new and goes to its page. Once it is made there is nothing to lose and nothing to make again, whatever is written or pressed
/// while the page that it leaves is read anew.
/// </summary>
public abstract class NewPart : FormPart
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected bool IsMade { get; private set; }

    /// <param name="address">The page of what is made, as it was sent.</param>
    protected async Task MakeAsync<TAnswer>(Func<Task<Result<TAnswer>>> act, string address)
    {
        if (!IsMade && await ActAsync(act, _ => IsMade = true))
        {
            Navigation.NavigateTo(address);
        }
    }
}
