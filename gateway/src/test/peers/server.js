// An SMPP server made of node "smpp" only: the other side of PeersTest. It binds whoever comes, sends two
// short messages and a USSD dialogue, and prints one JSON line for everything that it reads. Argument: none;
// the first line printed is the port.
'use strict';
const smpp = require('smpp');

const say = (what) => console.log(JSON.stringify(what));
const person = '212661000001';
const text = (pdu) => {
  const m = pdu.short_message;
  return m && m.message !== undefined ? m.message.toString() : '';
};

const server = smpp.createServer((session) => {
  session.on('error', (e) => say({ error: String(e) }));
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => {
    session.send(pdu.response());
    session.close();
  });
  session.on('bind_transceiver', (pdu) => {
    say({ bind: pdu.system_id, password: pdu.password, version: pdu.interface_version });
    session.send(pdu.response());
    message(0x00, 'Café à 2 km: 5€');
    message(0x08, 'ويفي أمزميز');
    dialogue(0x01, '*585#', 0x00);
  });
  session.on('submit_sm', (pdu) => {
    const op = pdu.ussd_service_op === undefined ? -1 : Number(pdu.ussd_service_op);
    say({
      submit: text(pdu), to: pdu.destination_addr, from: pdu.source_addr, coding: pdu.data_coding,
      esm: pdu.esm_class, service: pdu.service_type, op,
      session: pdu.its_session_info ? Buffer.from(pdu.its_session_info).toString('hex') : '',
    });
    session.send(pdu.response({ message_id: '0A1' }));
    if (op === 2) dialogue(0x12, '1', 0x00);
  });

  function message(coding, words) {
    session.deliver_sm({ source_addr_ton: 1, source_addr_npi: 1, source_addr: person,
      destination_addr: '2121', data_coding: coding, short_message: words,
    }, (response) => say({ answered: response.command_status, words }));
  }

  function dialogue(op, words, step) {
    session.deliver_sm({ service_type: 'USSD', source_addr_ton: 1, source_addr_npi: 1, source_addr: person,
      destination_addr: '*585#', data_coding: 0, short_message: words,
      ussd_service_op: op, its_session_info: Buffer.from([7, step]),
    }, (response) => say({ answered: response.command_status, words }));
  }
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
