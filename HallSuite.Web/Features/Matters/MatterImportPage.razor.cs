using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Matters;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace HallSuite.Web.Features.Matters;

/// <summary>Takes a file of matters: it is read and compared first, and nothing changes before somebody has seen what would.</summary>
public sealed partial class MatterImportPage(MatterImportQueries imports, ImportMatters import) : LivePage
{
    private enum Stage
    {
        Waiting,
        Reading,
        Asked,
        Importing,
        Done,
    }

    private ImportProgress progress = new();
    private MatterReading? file;
    private MatterImport? seen;
    private Error? refusal;
    private Stage stage;
    private string fileName = "";

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [CascadingParameter]
    private StaffShell? Shell { get; set; }

    private bool IsBusy => stage is Stage.Reading or Stage.Importing;

    private int Percent => progress.Total == 0 ? 0 : 100 * progress.Done / progress.Total;

    protected override IEnumerable<string> Topics => [];

    protected override Task ReadAsync(CancellationToken cancel) => Task.CompletedTask;

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        if (IsBusy || Shell?.Preferred is not { } hall)
        {
            return;
        }

        Begin(Stage.Reading);
        fileName = chosen.File.Name;
        try
        {
            await using var source = chosen.File.OpenReadStream(MatterFile.Limits.MostBytes);
            file = await MatterFile.ReadAsync(source, CancellationToken.None);
            var asked = await Task.Run(() => imports.PreviewAsync(Actor, hall.Id, file, progress, CancellationToken.None));
            (stage, seen) = asked.TryGet(out var preview, out refusal) ? (Stage.Asked, preview) : (Stage.Waiting, null);
        }
        catch (IOException)
        {
            // Larger than anything we take, or no longer there: the browser sends nothing of it.
            (stage, refusal) = (Stage.Waiting, RequestErrors.FileUnreadable(fileName));
        }
    }

    private async Task ImportAsync()
    {
        if (stage != Stage.Asked || Shell?.Preferred is not { } hall || file is null)
        {
            return;
        }

        Begin(Stage.Importing);
        var done = await Task.Run(() => import.ExecuteAsync(new(hall.Id, file, progress), Actor, CancellationToken.None));
        (stage, seen) = done.TryGet(out var answer, out refusal) ? (Stage.Done, answer) : (Stage.Waiting, null);
    }

    private void Begin(Stage next)
    {
        (stage, refusal, seen) = (next, null, null);
        progress = new ImportProgress { Moved = () => _ = InvokeAsync(StateHasChanged) };
    }
}
