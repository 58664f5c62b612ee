package ma.jisr.flow.operation;

import java.util.Optional;

/** The registered operations. A flow names them; it never names a route or a URI. */
@FunctionalInterface
public interface Operations {
  Optional<Operation> named(String name);
}
