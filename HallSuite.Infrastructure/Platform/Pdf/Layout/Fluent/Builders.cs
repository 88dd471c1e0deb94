using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>Items below each other.</summary>
public sealed class ColumnBuilder
{
    private readonly Container owner;
    private readonly List<Container> items = [];
    private double spacing;

    internal ColumnBuilder(Container owner) => this.owner = owner;

    /// <summary>Blank between items that take up space.</summary>
    public void Spacing(double points) => spacing = points;

    public Container Item()
    {
        items.Add(new Container(owner.Scope));
        return items[^1];
    }

    internal void Build() => owner.Fill(new Column(items, spacing));
}

/// <summary>Items side by side.</summary>
public sealed class RowBuilder
{
    private readonly Container owner;
    private readonly List<RowItem> items = [];
    private double spacing;

    internal RowBuilder(Container owner) => this.owner = owner;

    public void Spacing(double points) => spacing = points;

    public Container ConstantItem(double points) => Add(points, null);

    /// <param name="share">Of what constant and automatic items leave.</param>
    public Container RelativeItem(double share = 1) => Add(null, share);

    /// <summary>As wide as its content is when it has the whole row.</summary>
    public Container AutoItem() => Add(null, null);

    internal void Build() => owner.Fill(new Row(items, spacing));

    private Container Add(double? points, double? share)
    {
        var content = new Container(owner.Scope);
        items.Add(new RowItem(content, points, share));
        return content;
    }
}

/// <summary>Layers over each other, the lowest first.</summary>
public sealed class LayersBuilder
{
    private readonly Container owner;
    private readonly List<(Container Content, bool Main)> layers = [];

    internal LayersBuilder(Container owner) => this.owner = owner;

    /// <summary>Decoration of the size of the main layer; repeated on each page that the main layer goes over, and not read aloud.</summary>
    public Container Layer() => Add(main: false);

    /// <summary>The content; there is exactly one.</summary>
    public Container PrimaryLayer() => Add(main: true);

    internal void Build() =>
        owner.Fill(layers.Count(l => l.Main) == 1 ? new Layered(layers) : throw new InvalidOperationException("Layers have exactly one primary layer."));

    private Container Add(bool main)
    {
        layers.Add((new Container(owner.Scope), main));
        return layers[^1].Content;
    }
}
