package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ma.jisr.flow.port.carry.Delivery;
import ma.jisr.flow.port.carry.Fate;
import ma.jisr.flow.port.carry.Marked;
import ma.jisr.flow.port.carry.Parcel;

/** The operator as seen from several nodes, and what the gateway keeps durably of it. */
final class SimNetwork {
  /** What phones got: texts by number, in order. */
  final Map<String, List<String>> got = new TreeMap<>();

  final Map<String, Marked> marks = new HashMap<>();
  final Map<String, Delivery> deliveries = new TreeMap<>();

  /** Receipts that no mark matches, by number, with their instants. */
  final Map<String, Long> strays = new HashMap<>();

  /** Numbers that are refused for good. */
  final Set<String> wrong = new HashSet<>();

  /** Numbers whose texts the network loses after it has taken them. */
  final Set<String> off = new HashSet<>();

  boolean up = true;

  /** Whether the day's ceiling holds what is no emergency. */
  boolean spent;

  boolean receipts = true;

  /** How many more are refused for now. */
  int throttling;

  Duration receiptAfter = Duration.ofSeconds(2);
  long taken;

  void took(Parcel parcel) {
    taken++;
    got.computeIfAbsent(parcel.number(), fresh -> new ArrayList<>()).add(parcel.text());
  }

  void receipt(Parcel parcel, boolean marked, long at) {
    if (!receipts) return;
    if (!marked) {
      strays.put(parcel.number(), at);
      return;
    }
    Fate fate = off.contains(parcel.number()) ? Fate.LOST : Fate.DELIVERED;
    String row = parcel.id() + ":1:" + fate;
    deliveries.put(row, new Delivery(row, parcel.id(), 1, 1, fate));
  }
}
