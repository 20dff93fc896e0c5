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
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getContentType()).thenReturn("application/x-www-form-urlencoded");
    when(request.getParameter("List-Unsubscribe")).thenReturn("One-Click");

    assertThat(OneClick.is(request)).isTrue();
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
    HttpServletRequest button = mock(HttpServletRequest.class);
    when(button.getContentType()).thenReturn("application/x-www-form-urlencoded");
    when(button.getParameter("from")).thenReturn("page");

    assertThat(OneClick.is(button)).isFalse();
    assertThat(OneClick.is(mock(HttpServletRequest.class))).isFalse();
    assertThat(OneClick.is(parts("x".repeat(100_000)))).isFalse();
  }

  private static HttpServletRequest parts(String body) throws IOException {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getContentType()).thenReturn("multipart/form-data; boundary=boundary");
    byte[] bytes = body.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    when(request.getInputStream()).thenReturn(new Body(new ByteArrayInputStream(bytes)));
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
