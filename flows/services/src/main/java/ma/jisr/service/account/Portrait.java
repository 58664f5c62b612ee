package ma.jisr.service.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the gateway's own document has them.
 *
 * @param numbers where they are reached, E.164 without the plus
 * @param chats the names of the chats by which they are reached
 * @param names keyed hashes of all their addresses
 * @param language null before it is known
 * @param scripts that their phone has shown
 * @param home null when not told
 * @param lastPlaces newest first
 * @param stopped whether nothing unasked is sent to them
 * @param flows of the conversations that are open, newest first
 * @param waiting texts that have not gone yet
 * @param heard the day on which they were last heard; null when it is not known
 */
public record Portrait(
    List<String> numbers,
    List<String> chats,
    List<String> names,
    @Nullable Language language,
    Set<Script> scripts,
    @Nullable LocalText home,
    List<LocalText> lastPlaces,
    boolean stopped,
    List<String> flows,
    int waiting,
    @Nullable LocalDate heard) {
  public Portrait {
    numbers = List.copyOf(numbers);
    chats = List.copyOf(chats);
    names = List.copyOf(names);
    scripts = Set.copyOf(scripts);
    lastPlaces = List.copyOf(lastPlaces);
    flows = List.copyOf(flows);
  }

  @Override
  public String toString() {
    return "Portrait[hidden]";
  }
}
