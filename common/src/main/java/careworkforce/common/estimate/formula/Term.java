package careworkforce.common.estimate.formula;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A regressor, an instrument or an outcome: one piece, or several multiplied.
 *
 * @param pieces the factors, at least one
 */
public record Term(List<Piece> pieces) implements Serializable {
  /** A term of one expression. */
  public static Term of(Expression expression) {
    return new Term(List.of(new Piece.Value(expression)));
  }

  /** The product of two terms; a piece that both have counts once. */
  Term times(Term other) {
    return new Term(
        java.util.stream.Stream.concat(pieces.stream(), other.pieces.stream()).distinct().toList());
  }

  /** Whether another term is the product of the same pieces, in whatever order. */
  boolean isProductOf(Term other) {
    return Set.copyOf(pieces).equals(Set.copyOf(other.pieces));
  }

  /** As written, pieces joined by a colon. */
  public String name() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining(":"));
  }
}
