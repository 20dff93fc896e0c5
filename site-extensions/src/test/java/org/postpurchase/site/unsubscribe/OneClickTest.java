package org.postpurchase.site.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OneClickTest {

  @Test
  void is_recognised_in_a_form_in_the_address_style() throws IOException {
    assertThat(OneClick.is(form("List-Unsubscribe=One-Click"))).isTrue();
    assertThat(OneClick.is(form("a=b&List-Unsubscribe=One-Click"))).isTrue();
  }

  @Test
  void is_recognised_when_the_store_has_read_the_form_already() throws IOException {
    HttpServletRequest request = form("");
    when(request.getParameter("List-Unsubscribe")).thenReturn("One-Click");

    assertThat(OneClick.is(request)).isTrue();
  }

  @Test
  void a_hostile_body_of_many_short_lines_is_read_no_further_than_a_form_is_long()
      throws IOException {
    String lines = "--boundary\nX; name=\"List-Unsubscribe\"\n" + "a\n".repeat(200_000);
    HttpServletRequest hostile = parts(lines);

    assertThat(OneClick.is(hostile)).isFalse();
    assertThat(hostile.getInputStream().available()).as("bytes left unread").isGreaterThan(590_000);
    assertThat(OneClick.is(form("x=" + "y".repeat(1_000_000)))).isFalse();
  }

  @Test
  void is_recognised_in_a_form_of_several_parts() throws IOException {
    assertThat(
            OneClick.is(
                parts(
                    """
                    --boundary
                    Content-Disposition: form-data; name="List-Unsubscribe"

                    One-Click
                    --boundary--
                    """)))
        .isTrue();
    assertThat(
            OneClick.is(
                parts(
                    """
                    --boundary
                    Content-Disposition: form-data; name=List-Unsubscribe
                    Content-Type: text/plain

                    One-Click
                    --boundary--
                    """)))
        .isTrue();
  }

  @Test
  void is_not_taken_for_anything_else() throws IOException {
    HttpServletRequest button = form("from=page");

    assertThat(OneClick.is(button)).isFalse();
    assertThat(OneClick.is(mock(HttpServletRequest.class))).isFalse();
    assertThat(OneClick.is(parts("x".repeat(100_000)))).isFalse();
  }

  private static HttpServletRequest form(String body) throws IOException {
    return request("application/x-www-form-urlencoded", body);
  }

  private static HttpServletRequest parts(String body) throws IOException {
    return request("multipart/form-data; boundary=boundary", body);
  }

  private static HttpServletRequest request(String type, String body) throws IOException {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getContentType()).thenReturn(type);
    byte[] bytes = body.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    ServletInputStream in = new Body(new ByteArrayInputStream(bytes));
    when(request.getInputStream()).thenReturn(in);
    return request;
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int available() {
      return bytes.available();
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
