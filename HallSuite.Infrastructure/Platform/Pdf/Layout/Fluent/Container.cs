using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>
/// A place for one element. Each method puts something into it and, where that goes around something else, answers the place inside:
/// <c>container.Padding(6).Border(0.5).Text("…")</c>. All lengths are points; <see cref="Lengths"/> makes them of millimetres.
/// </summary>
public partial class Container
{
    private readonly DocumentScope scope;

    internal Container(DocumentScope scope) => this.scope = scope;

    internal Element Element { get; private set; } = Empty.Instance;

    internal DocumentScope Scope => scope;

    /// <summary>Puts the content in.</summary>
    internal void Fill(Element content) =>
        Element = Element is Empty ? content : throw new InvalidOperationException("A container holds one element; a column, a row or layers hold several.");

    internal Container Around(Func<Container, Element> decorate)
    {
        var inner = new Container(scope);
        Fill(decorate(inner));
        return inner;
    }
}
