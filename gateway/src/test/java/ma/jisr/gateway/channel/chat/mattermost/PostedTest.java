package ma.jisr.gateway.channel.chat.mattermost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ma.jisr.gateway.channel.http.message.provider.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What posts say to us, as the API writes them. */
class PostedTest {
  private static final Me ME = new Me("bot0", "jisr");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          D | {'id':'p1','user_id':'u1','create_at':5,'message':' wifi amizmiz ','type':'','props':{}}      | u1 wifi amizmiz
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'*585#','props':{'disable_group_highlight':true}} | u1 *585#
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'re','root_id':'p0'}                        | u1 re
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'','file_ids':['f1']}                       | u1 \uFFFC
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'ici','file_ids':['f1']}                    | u1 ici
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'@jisr wifi'}                               | u1 @jisr wifi
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'  ','file_ids':null}                       | empty
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'x','delete_at':7}                          | deleted
          D | {'id':'p1','user_id':'bot0','create_at':5,'message':'x'}                                      | own
          D | {'id':'p1','user_id':'u2','create_at':5,'message':'x','props':{'from_bot':'true'}}            | bot
          D | {'id':'p1','user_id':'u2','create_at':5,'message':'x','props':{'from_webhook':'true'}}        | webhook
          D | {'id':'p1','user_id':'u2','create_at':5,'message':'x','props':{'from_plugin':true}}           | plugin
          D | {'id':'p1','user_id':'u2','create_at':5,'message':'x','props':{'from_oauth_app':'true'}}      | oauth_app
          D | {'id':'p1','user_id':'u2','create_at':5,'message':'x','props':{'from_bot':'false'}}           | u2 x
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'x','type':'system_header_change'}          | system
          D | {'id':'p1','user_id':'u1','create_at':5,'message':'x','type':'custom_poll'}                   | type
          D | {'id':'','user_id':'u1','create_at':5,'message':'x'}                                          | malformed
          D | {'id':'../p','user_id':'u1','create_at':5,'message':'x'}                                      | malformed
          D | {'id':'p1','create_at':5,'message':'x'}                                                       | malformed
          D | {'id':'p1','user_id':'u1','message':'x'}                                                      | malformed
          D | {'id':'p1','user_id':{'a':1},'create_at':5,'message':'x'}                                     | malformed
          D | []                                                                                            | malformed
          D | {                                                                                             | malformed
          O | {'id':'p1','user_id':'u1','create_at':5,'message':'@jisr wifi amizmiz'}                       | u1 wifi amizmiz
          O | {'id':'p1','user_id':'u1','create_at':5,'message':'@Jisr: ticket'}                            | u1 ticket
          G | {'id':'p1','user_id':'u1','create_at':5,'message':'wifi ? @jisr'}                             | u1 wifi ?
          P | {'id':'p1','user_id':'u1','create_at':5,'message':'@jisr'}                                    | u1 menu
          P | {'id':'p1','user_id':'u1','create_at':5,'message':'@jisr','file_ids':['f']}                   | u1 \uFFFC
          O | {'id':'p1','user_id':'u1','create_at':5,'message':'merci @jisr.'}                             | u1 merci .
          O | {'id':'p1','user_id':'u1','create_at':5,'message':'@jisr2 @jisr-bot @jisr_ a@jisr wifi'}      | channel
          O | {'id':'p1','user_id':'u1','create_at':5,'message':'@all wifi'}                                | channel
          O | {'id':'p1','user_id':'u1','create_at':5,'message':'jisr wifi'}                                | channel
          O | {'id':'p1','user_id':'u2','create_at':5,'message':'@jisr x','props':{'from_bot':'true'}}      | bot
          """)
  void postsAreRead(String channel, String post, String said) {
    Posted read = Posted.read(Json.read(post.replace('\'', '"')), channel.equals("D"), ME);
    assertEquals(
        said,
        switch (read) {
          case Posted.Ignored ignored -> ignored.why();
          case Posted.Words words -> words.user() + " " + words.text();
        });
  }

  @Test
  void aHugeOneIsReadAsFarAsAnySmsGoes() {
    String post =
        "{\"id\":\"p1\",\"user_id\":\"u1\",\"create_at\":5,\"message\":\""
            + "x".repeat(16_383)
            + "\"}";
    Posted.Words words =
        assertInstanceOf(Posted.Words.class, Posted.read(Json.read(post), true, ME));
    assertEquals(Posted.MOST, words.text().length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {'id':'bot0','username':'jisr','is_bot':true} | Optional[Me[id=bot0, name=jisr]]
          {'id':'bot0'}                                 | Optional.empty
          {'username':'jisr'}                           | Optional.empty
          {'id':'a/b','username':'jisr'}                | Optional.empty
          []                                            | Optional.empty
          """)
  void whoWeAreIsRead(String user, String me) {
    assertEquals(me, Me.read(Json.read(user.replace('\'', '"'))).toString());
  }
}
