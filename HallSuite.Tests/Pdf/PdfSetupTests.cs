using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace HallSuite.Tests.Pdf;

/// <summary>What documents are made with is put together from the configuration, and faults in it are told before the first document.</summary>
public sealed class PdfSetupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AddPdf_InDevelopment_SignsWithACertificateOfItsOwnMaking()
    {
        using var services = Services(Environments.Development, []);
        Assert.Same(services.GetRequiredService<FontBook>(), services.GetRequiredService<FontBook>());
        var pdf = Paper.Of(writer => writer.BeginPage(Paper.Width, Paper.Height).Say("受理通知书", 100));
        var signed = await services.GetRequiredService<IPdfSigner>().SignAsync(pdf, new PdfSignatureInfo("某市政务服务中心", "", "", Paper.Info.At), TestContext.Current.CancellationToken);
        Assert.True(signed.Length > pdf.Length);
        Assert.True(File.Exists(Path.Combine(folder.Path, "keys", "development-signing.pfx")));
    }

    [Fact]
    public void AddPdf_InProduction_ReadsItsSections()
    {
        using var services = Services(Environments.Production, new()
        {
            ["Signing:Pfx"] = Signing.TestCertificates.Pfx(folder),
            ["Signing:TimeStampUrl"] = "http://tsa.example.cn",
            ["Fonts:FangSong"] = Fonts.FontBookTests.Unpacked(folder, "HallKai"),
        });
        Assert.IsType<HttpTimeStampAuthority>(services.GetRequiredService<ITimeStampAuthority>());
        Assert.IsType<CertificateSigner>(services.GetRequiredService<IPdfSigner>());
        Assert.Equal("HallKai", services.GetRequiredService<FontBook>().Face(FontStyle.FangSong).Name);
    }

    [Fact]
    public void AddPdf_WithoutACertificateInProduction_SignsNothing()
    {
        using var services = Services(Environments.Production, []);
        Assert.IsType<NoSigner>(services.GetRequiredService<IPdfSigner>());
    }

    private ServiceProvider Services(string environment, Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<IHostEnvironment>(new Place { EnvironmentName = environment });
        services.Configure<DataOptions>(data => data.Folder = folder.Path);
        services.AddPdf();
        return services.BuildServiceProvider();
    }

    private sealed class Place : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
