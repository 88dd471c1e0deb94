using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Outbox;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HallSuite.Infrastructure.Documents;

/// <summary>Topics of documents.</summary>
public static class DocumentTopics
{
    /// <summary>One document: signed, declared void.</summary>
    public static string One(DocumentId document) => $"document:{document}";
}

/// <summary>The stream of documents after their issue, which happens on the stream of the operation that decides it.</summary>
internal static class DocumentStreams
{
    public const string Signing = "documents";
}

internal static class DocumentsModule
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton<IVerifyAddress, NoVerifyAddress>();
        services.AddSingleton<PaperPress>();
        services.AddSingleton(s => new DocumentIssuer(
            s.GetRequiredService<PaperPress>(), s.GetRequiredService<IPdfSigner>(), s.GetRequiredService<IVerifyAddress>(), s.GetRequiredService<PersonalData>(),
            s.GetRequiredService<DatabaseDialect>()));
        services.AddSingleton<SignDocument>();
        services.AddSingleton<VoidDocument>();
        services.AddSingleton<DocumentQueries>();
        services.AddSingleton<IOutboxChannel, SignDocuments>();
        services.AddSingleton(TopicMap.For<IssuedDocument>(d => [DocumentTopics.One(d.Id)]));
        services.AddSingleton(TopicMap.NotLive<DocumentSeries>("it counts numbers and is shown nowhere"));
    }
}
