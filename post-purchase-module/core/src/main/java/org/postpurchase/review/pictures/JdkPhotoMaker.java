package org.postpurchase.review.pictures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoMaker;
import org.postpurchase.review.PhotoRefusedException;
import org.postpurchase.review.PhotoRefusedException.Problem;
import org.postpurchase.shared.Sha256;

/**
 * Reads with the JDK's own readers, chosen by name: a host may bring others that take over whatever
 * is uploaded. Sizes are read before anything is decoded, and large pictures are read with fewer
 * pixels, so that one upload needs a bounded amount of memory.
 */
final class JdkPhotoMaker implements PhotoMaker {
  private static final int LARGE = 1600;
  private static final int SMALL = 400;
  private static final float QUALITY = 0.82f;
  private static final String JDK = "com.sun.imageio.";

  @Override
  public Photo make(byte[] upload) {
    try {
      BufferedImage large = fitted(upright(upload), LARGE, BufferedImage.TYPE_INT_RGB);
      byte[] written = jpeg(large);
      return new Photo(
          Sha256.of(written),
          large.getWidth(),
          large.getHeight(),
          written,
          jpeg(fitted(large, SMALL, BufferedImage.TYPE_INT_RGB)));
    } catch (PhotoRefusedException refused) {
      throw refused;
    } catch (IOException
        | RuntimeException e) { // readers fail in any way on bytes that are no picture
      throw new PhotoRefusedException(Problem.BROKEN, e);
    }
  }

  @Override
  public byte[] drawing(byte[] upload, int side) {
    try {
      BufferedImage fitted = fitted(upright(upload), side, BufferedImage.TYPE_INT_ARGB);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageWriter writer = writer("png");
      try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
        writer.setOutput(stream);
        writer.write(fitted);
      } finally {
        writer.dispose();
      }
      return out.toByteArray();
    } catch (PhotoRefusedException refused) {
      throw refused;
    } catch (IOException
        | RuntimeException e) { // readers fail in any way on bytes that are no picture
      throw new PhotoRefusedException(Problem.BROKEN, e);
    }
  }

  private static BufferedImage upright(byte[] upload) throws IOException {
    if (upload.length > BYTES_MAX) {
      throw new PhotoRefusedException(Problem.TOO_LONG, null);
    }
    boolean jpeg = starts(upload, 0xFF, 0xD8, 0xFF);
    boolean png = starts(upload, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
    if (!jpeg && !png) {
      throw new PhotoRefusedException(Problem.NOT_A_PHOTO, null);
    }
    BufferedImage picture = read(upload, jpeg ? "jpeg" : "png");
    return Orientation.of(jpeg ? upload : new byte[0]).turn(picture);
  }

  private static boolean starts(byte[] bytes, int... signature) {
    if (bytes.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static BufferedImage read(byte[] upload, String format) throws IOException {
    ImageReader reader = reader(format);
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > PIXELS_MAX) {
        throw new PhotoRefusedException(Problem.TOO_MANY_PIXELS, null);
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = (int) Math.max(1, Math.min(width, height) / LARGE);
      param.setSourceSubsampling(step, step, 0, 0);
      List<String> cutOff = new ArrayList<>();
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (warning.contains("EOI") || warning.contains("remature end")) {
              cutOff.add(warning);
            }
          });
      BufferedImage picture = reader.read(0, param);
      if (!cutOff.isEmpty()) {
        throw new IOException(cutOff.get(0)); // what is missing would be shown in grey
      }
      if (format.equals("jpeg") && picture.getRaster().getNumBands() > 3) {
        throw new IOException("made for printers: its colours would be shown inverted");
      }
      return picture;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(String format) throws IOException {
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (all.hasNext()) {
      ImageReaderSpi each = all.next();
      if (each.getClass().getName().startsWith(JDK + "plugins." + format + ".")) {
        return each.createReaderInstance();
      }
    }
    throw new IOException("this JVM has no reader of its own for " + format);
  }

  private static BufferedImage fitted(BufferedImage picture, int side, int type) {
    double scale = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(width, height, type);
    Graphics2D g = fitted.createGraphics();
    try {
      if (type == BufferedImage.TYPE_INT_RGB) {
        g.setColor(java.awt.Color.WHITE); // behind what is transparent
        g.fillRect(0, 0, width, height);
      }
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
      g.drawImage(halved(picture, width * 2, height * 2), 0, 0, width, height, null);
    } finally {
      g.dispose();
    }
    return fitted;
  }

  /** Halved until less than twice as large, since one great step leaves out pixels. */
  private static BufferedImage halved(BufferedImage picture, int width, int height) {
    BufferedImage half = picture;
    while (half.getWidth() > width && half.getHeight() > height) {
      BufferedImage next =
          new BufferedImage(half.getWidth() / 2, half.getHeight() / 2, BufferedImage.TYPE_INT_ARGB);
      Graphics2D g = next.createGraphics();
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(half, 0, 0, next.getWidth(), next.getHeight(), null);
      g.dispose();
      half = next;
    }
    return half;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = writer("jpeg");
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(
          writer.getDefaultStreamMetadata(param),
          new IIOImage(
              picture,
              null,
              writer.getDefaultImageMetadata(
                  ImageTypeSpecifier.createFromRenderedImage(picture), param)),
          param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static ImageWriter writer(String format) throws IOException {
    Iterator<ImageWriterSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, false);
    while (all.hasNext()) {
      ImageWriterSpi each = all.next();
      if (each.getClass().getName().startsWith(JDK + "plugins." + format + ".")) {
        return each.createWriterInstance();
      }
    }
    throw new IOException("this JVM cannot write " + format);
  }
}
