package ma.jisr.service;

import java.util.List;

/**
 * Somebody as rooms may know them.
 *
 * @param person the random id
 * @param numbers their telephone numbers, E.164 without the plus; empty for somebody in a chat that
 *     is tied to no phone
 */
public record Whose(String person, List<String> numbers) {
  public Whose {
    numbers = List.copyOf(numbers);
  }
}
