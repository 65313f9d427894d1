/** How long a browser may take to show a picture of a video. */
const patienceMs = 8_000;

/**
 * The picture of a video at a moment, as a JPEG; null where this browser cannot show it. The video may be a file of this device or an
 * address of our own.
 */
export async function videoFrame(source: Blob | string, seconds: number): Promise<Blob | null> {
  const url = typeof source === 'string' ? source : URL.createObjectURL(source);
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, preload: 'auto', src: url });
  try {
    await happens(video, 'loadeddata');
    video.currentTime = Math.min(seconds, Number.isFinite(video.duration) ? video.duration : seconds);
    await happens(video, 'seeked');
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  } catch {
    return null;
  } finally {
    video.removeAttribute('src');
    video.load();
    if (typeof source !== 'string') URL.revokeObjectURL(url);
  }
}

function happens(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${event}`)), patienceMs);
    video.addEventListener(event, () => (clearTimeout(late), resolve()), { once: true });
    video.addEventListener('error', () => (clearTimeout(late), reject(new Error('unplayable'))), {
      once: true,
    });
  });
}
