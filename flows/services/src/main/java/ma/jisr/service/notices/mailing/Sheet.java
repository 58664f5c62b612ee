package ma.jisr.service.notices.mailing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.base.Language;

/**
 * How it stands with the recipients of one chunk: the small document that is rewritten, beside the
 * one with their ids that never is. Belongs to who reads it.
 */
final class Sheet {
  private static final char NONE = '-';

  /** In the order in which sheets know them: new ones at the end. */
  private static final List<Language> LANGUAGES =
      List.of(
          Language.FR,
          Language.AR,
          Language.ARY_ARAB,
          Language.ARY_LATN,
          Language.SHI_LATN,
          Language.EN,
          Language.ZGH_TFNG);

  final String mailing;
  final int number;

  /** Who sends it; "" for nobody. */
  String owner = "";

  /** When somebody must look: the end of the owner's lease, or when to go on; epoch millis. */
  long due;

  /** How many were handed out again although the first may have gone. */
  int repeated;

  private final char[] states;
  private final char[] languages;
  private final char[] links;
  private final List<String> names;
  private final Map<Integer, Retry> retries = new TreeMap<>();

  /** Segments of longer texts that phones have, by recipient. */
  private final Map<Integer, Integer> arrived = new TreeMap<>();

  /** A fresh one. */
  Sheet(String mailing, int number, int size, long due) {
    this(mailing, number, filled(size, Status.WAITING.sign()), none(size), none(size), List.of());
    this.due = due;
  }

  Sheet(
      String mailing,
      int number,
      String states,
      String languages,
      String links,
      List<String> names) {
    this.mailing = mailing;
    this.number = number;
    this.states = states.toCharArray();
    this.languages = languages.toCharArray();
    this.links = links.toCharArray();
    this.names = new ArrayList<>(names);
  }

  private static String none(int size) {
    return filled(size, NONE);
  }

  private static String filled(int size, char sign) {
    char[] all = new char[size];
    Arrays.fill(all, sign);
    return new String(all);
  }

  int size() {
    return states.length;
  }

  Status status(int index) {
    return Status.of(states[index]);
  }

  void set(int index, Status status) {
    states[index] = status.sign();
    if (!status.open()) retries.remove(index);
  }

  Retry retry(int index) {
    return retries.getOrDefault(index, Retry.NONE);
  }

  void set(int index, Status status, Retry retry) {
    states[index] = status.sign();
    retries.put(index, retry);
  }

  /** In which language it goes, and by which link. */
  void sent(int index, Language language, String link) {
    languages[index] = (char) ('a' + LANGUAGES.indexOf(language));
    int place = names.indexOf(link);
    if (place < 0) {
      place = names.size();
      names.add(link);
    }
    links[index] = (char) ('a' + place);
  }

  /** "" where nothing has been sent. */
  String language(int index) {
    return languages[index] == NONE ? "" : LANGUAGES.get(languages[index] - 'a').tag();
  }

  /** "" where nothing has been sent. */
  String link(int index) {
    return links[index] == NONE ? "" : names.get(links[index] - 'a');
  }

  /** What a receipt says of one segment. */
  void receipt(int index, int segment, int segments, boolean delivered) {
    int has = arrived.getOrDefault(index, 0) | (delivered ? 1 << (segment - 1) : 0);
    boolean all = has == (1 << segments) - 1;
    if (delivered && !all) {
      arrived.put(index, has);
      return;
    }
    arrived.remove(index);
    set(index, status(index).after(delivered));
  }

  /** Recipients of this status, ascending. */
  List<Integer> all(Status status) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < states.length; i++) if (states[i] == status.sign()) all.add(i);
    return all;
  }

  /** Those that may be handed out now. */
  List<Integer> sendable(long now) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < states.length; i++)
      if (status(i).sendable() && retry(i).next() <= now) all.add(i);
    return all;
  }

  /** Whether something is still to be done about anybody. */
  boolean open() {
    for (int i = 0; i < states.length; i++) if (status(i).open()) return true;
    return false;
  }

  /** The earliest instant at which something can be done; never for a sheet that is not open. */
  long next(long fresh) {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < states.length; i++) {
      Status status = status(i);
      if (status == Status.WAITING || status == Status.SUBMITTING) next = Math.min(next, fresh);
      else if (status.open()) next = Math.min(next, Math.max(fresh, retry(i).next()));
    }
    return next;
  }

  String states() {
    return new String(states);
  }

  String languages() {
    return new String(languages);
  }

  String links() {
    return new String(links);
  }

  List<String> names() {
    return List.copyOf(names);
  }

  Map<Integer, Retry> retries() {
    return retries;
  }

  Map<Integer, Integer> arrived() {
    return arrived;
  }
}
