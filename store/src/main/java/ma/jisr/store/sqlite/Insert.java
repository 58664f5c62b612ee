package ma.jisr.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;

/** Inserts documents, one a step. */
final class Insert extends Write<List<Outcome>> {
  private final Table table;
  private final List<Document> documents;
  private final List<Outcome> outcomes;

  Insert(Table table, List<Document> documents) {
    this.table = table;
    this.documents = documents;
    outcomes = new ArrayList<>(documents.size());
  }

  @Override
  boolean step(Statements statements) throws SQLException {
    if (outcomes.size() < documents.size()) {
      Document next = documents.get(outcomes.size());
      int rows =
          statements.update(table.insert, next.id(), next.version(), next.writeId(), next.json());
      outcomes.add(rows == 1 ? Outcome.INSERTED : Outcome.EXISTS);
    }
    return outcomes.size() == documents.size();
  }

  @Override
  List<Outcome> result() {
    return List.copyOf(outcomes);
  }

  @Override
  List<Outcome> unsure() {
    return Collections.nCopies(documents.size(), Outcome.UNKNOWN);
  }

  @Override
  long weight() {
    long sum = 0;
    for (Document document : documents) sum += document.json().length();
    return sum;
  }
}
