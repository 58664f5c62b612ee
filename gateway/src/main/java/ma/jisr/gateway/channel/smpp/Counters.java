package ma.jisr.gateway.channel.smpp;

/** The running counts of a link, confined to its loop; {@link LinkStats} is what others see. */
final class Counters {
  long delivered;
  long submitted;
  long throttledByPeer;
  long throttledByUs;
  long timeouts;
  long reconnects;
  long refusedBinds;
  long malformed;
  long strays;
  long ignoredStale;
  long ignoredSenders;
  long ignoredOther;
  long receipts;
  long droppedAnswers;
  long duplicates;

  LinkStats snapshot(boolean up, int unanswered, int inFlight, int queued, int dialogues) {
    return new LinkStats(
        up,
        unanswered,
        inFlight,
        queued,
        dialogues,
        delivered,
        submitted,
        throttledByPeer,
        throttledByUs,
        timeouts,
        reconnects,
        refusedBinds,
        malformed,
        strays,
        ignoredStale,
        ignoredSenders,
        ignoredOther,
        receipts,
        droppedAnswers,
        duplicates);
  }
}
