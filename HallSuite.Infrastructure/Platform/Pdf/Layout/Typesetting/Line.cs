namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>One line of a text: the clusters from <paramref name="From"/> up to <paramref name="Next"/>, of which those before <paramref name="To"/> show.</summary>
/// <param name="From">The first cluster.</param>
/// <param name="To">After the last cluster that shows: spaces at the end and the new-line do not.</param>
/// <param name="Next">The first cluster of the next line.</param>
/// <param name="Indent">Blank before it, in points.</param>
/// <param name="Width">Its own width in points, unsqueezed; more than the measure less the indent if it is to be squeezed.</param>
/// <param name="Opens">It is the first of its paragraph.</param>
/// <param name="Closes">It is the last of its paragraph.</param>
internal readonly record struct Line(int From, int To, int Next, double Indent, double Width, bool Opens, bool Closes);
