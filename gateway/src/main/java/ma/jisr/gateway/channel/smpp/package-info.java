/**
 * The SMPP 3.4 edge: SMS and USSD over a link to an operator's SMSC or USSD gateway. jSMPP is used
 * as the codec of PDUs only; connections, window, timers and the late deliver_sm_resp are here, on
 * one Vert.x event loop a link. Start reading at {@link ma.jisr.gateway.channel.smpp.SmppChannel}.
 */
@NullMarked
package ma.jisr.gateway.channel.smpp;

import org.jspecify.annotations.NullMarked;
