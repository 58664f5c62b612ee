package ma.jisr.service.audience;

import ma.jisr.base.LocalText;

/**
 * What one relay has been asked to say, and whether they have.
 *
 * @param notice the id of the notice
 * @param code by which people ask for it
 * @param relay the id of the relay
 * @param person the random id of whoever is one
 * @param place where
 * @param aloud the words to be read out
 * @param asked when, milliseconds
 * @param until when it is not worth saying any more
 * @param announced when they said that they had, milliseconds; 0 for not yet
 */
public record Announcement(
    String notice,
    String code,
    String relay,
    String person,
    String place,
    LocalText aloud,
    long asked,
    long until,
    long announced) {
  String id() {
    return notice + ':' + relay;
  }

  Announcement done(long at) {
    return new Announcement(notice, code, relay, person, place, aloud, asked, until, at);
  }
}
