using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>A character as a font draws it.</summary>
/// <param name="Face">The font that has it.</param>
/// <param name="Id">The number of the glyph in that font.</param>
/// <param name="Advance">How far the pen moves on, in em: times the font size it is points.</param>
/// <param name="Rune">The character, as it is read back from the document.</param>
public readonly record struct FontGlyph(FontFace Face, ushort Id, double Advance, Rune Rune);
