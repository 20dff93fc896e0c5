package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The store's own mails are built and sent as before, with our mail library beside the host's. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostMailIT {
  @Test
  void the_host_sends_its_own_multipart_mail() throws Exception {
    JavaMailSender host = HostContext.get().getBean("blMailSender", JavaMailSender.class);
    MimeMessage mail = host.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(mail, true, "UTF-8");
    helper.setFrom("store@test.example");
    helper.setTo("own-mail@test.example");
    helper.setSubject("From the store itself");
    helper.setText("plain", "<p>html</p>");

    host.send(mail);

    assertThat(HostContext.mail().mails())
        .anySatisfy(
            raw ->
                assertThat(raw)
                    .contains("own-mail@test.example", "multipart/alternative", "<p>html</p>"));
  }

  @Test
  void our_jar_brings_nothing_that_other_mail_libraries_would_read() throws Exception {
    for (String shared :
        new String[] {
          "META-INF/mailcap", "META-INF/javamail.providers", "META-INF/javamail.default.providers"
        }) {
      assertThat(Collections.list(getClass().getClassLoader().getResources(shared)))
          .as(shared)
          .noneMatch(
              url -> url.toString().contains("post-purchase") || url.toString().contains("angus"));
    }
  }
}
