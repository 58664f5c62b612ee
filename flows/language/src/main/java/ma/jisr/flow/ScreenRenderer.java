package ma.jisr.flow;

import ma.jisr.flow.render.Reader;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.render.Screen;

/** Makes a screen fit: {@code ma.jisr.flow.render.Renderer} in earnest. */
@FunctionalInterface
public interface ScreenRenderer {
  /** Pure. A page beyond the last is the last. */
  Rendered render(Screen screen, Reader reader, Surface surface, int page);
}
