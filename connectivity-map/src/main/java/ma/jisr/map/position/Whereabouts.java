package ma.jisr.map.position;

import java.util.Optional;

/** Where a cell is: what a channel asks that is told one. */
@FunctionalInterface
public interface Whereabouts {
  /** Nothing is known. */
  Whereabouts NONE = cell -> Optional.empty();

  /** Around where phones in this cell are; empty for a cell that nobody has measured. */
  Optional<Position> of(CellId cell);
}
