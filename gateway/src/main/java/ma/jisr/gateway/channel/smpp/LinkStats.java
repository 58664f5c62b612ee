package ma.jisr.gateway.channel.smpp;

/**
 * What a link has done and holds, at one moment. Counts run from the start of the process.
 *
 * @param up whether it can send
 * @param unanswered deliver_sm that wait for their acknowledgement
 * @param inFlight submit_sm that wait for their response
 * @param queued segments that wait for the window or the pace
 * @param dialogues open USSD dialogues
 * @param delivered deliver_sm read
 * @param submitted submit_sm written
 * @param throttledByPeer submit_sm refused with ESME_RTHROTTLED or ESME_RMSGQFUL
 * @param throttledByUs deliver_sm refused with ESME_RTHROTTLED
 * @param timeouts submit_sm without a response in time
 * @param reconnects connections that ended without our wish
 * @param refusedBinds binds refused
 * @param malformed PDUs that could not be read
 * @param strays responses nobody waited for, and notifications
 * @param ignoredStale aborts and answers of another or an older dialogue
 * @param ignoredSenders messages from short codes and names, which are never answered
 * @param ignoredOther what the link does not carry: unknown operations, binary messages
 * @param receipts delivery receipts
 * @param droppedAnswers deliver_sm_resp whose connection had gone
 * @param duplicates deliver_sm recognised as repeated
 */
public record LinkStats(
    boolean up,
    int unanswered,
    int inFlight,
    int queued,
    int dialogues,
    long delivered,
    long submitted,
    long throttledByPeer,
    long throttledByUs,
    long timeouts,
    long reconnects,
    long refusedBinds,
    long malformed,
    long strays,
    long ignoredStale,
    long ignoredSenders,
    long ignoredOther,
    long receipts,
    long droppedAnswers,
    long duplicates) {}
