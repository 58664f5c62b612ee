package ma.jisr.flow.person;

import ma.jisr.flow.ChannelKind;

/**
 * Where a text that is stored and forwarded goes: the way that the person's newest words came, or
 * SMS beside USSD.
 *
 * @param kind SMS or chat
 * @param link the link's id in the settings
 * @param code the short code it comes from
 */
public record Reply(ChannelKind kind, String link, String code) {}
