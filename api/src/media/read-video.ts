import { mediaLimits } from '@poolrise/domain';
import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP4,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import { stat } from 'node:fs/promises';
import { Refused } from '../http/refused';
import { unreadable } from './read-image';
import type { RemadeMedia } from './read-media';

const makers: Record<string, () => Mp4OutputFormat | WebMOutputFormat> = {
  // The directory at the beginning, so that playing starts before all of it has come.
  'video/mp4': () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  'video/webm': () => new WebMOutputFormat(),
};
export const videoTypes = Object.keys(makers);

/**
 * Reads a video and writes its packets into a new file of the same kind: picture and sound as they are, without what the camera
 * wrote beside them (place, device, titles, further tracks). Nothing is decoded.
 * @throws Refused media-unreadable, video-too-long
 */
export async function readVideo(file: string, contentType: string): Promise<RemadeMedia> {
  const input = new Input({ source: new FilePathSource(file), formats: [MP4, WEBM] });
  try {
    const video = await input.getPrimaryVideoTrack();
    if (!video?.codec) throw new Error('there is no picture in it that could be played');
    const audio = await input.getPrimaryAudioTrack();
    const durationMs = Math.round((await input.computeDuration()) * 1_000);
    if (!(durationMs > 0)) throw new Error('it lasts no time');
    if (durationMs > mediaLimits.videoMs)
      throw new Refused('video-too-long', { figures: { durationMs, most: mediaLimits.videoMs } });
    const original = `${file}.original`;
    await copyTracks({ video, audio }, contentType, original);
    return {
      kind: 'video',
      contentType,
      bytes: (await stat(original)).size,
      width: video.displayWidth,
      height: video.displayHeight,
      durationMs,
      color: '#202024',
      files: { original },
    };
  } catch (error) {
    throw error instanceof Refused ? error : unreadable(error);
  } finally {
    input.dispose();
  }
}

async function copyTracks(
  { video, audio }: { video: InputVideoTrack; audio: InputAudioTrack | null },
  contentType: string,
  place: string,
): Promise<void> {
  const make = makers[contentType];
  if (!make || !video.codec) throw new Error(`there is no way to write ${contentType}`);
  const output = new Output({ format: make(), target: new FilePathTarget(place) });
  const picture = new EncodedVideoPacketSource(video.codec);
  output.addVideoTrack(picture, { rotation: video.rotation });
  const sound = audio?.codec ? new EncodedAudioPacketSource(audio.codec) : null;
  if (sound) output.addAudioTrack(sound);
  await output.start();
  await Promise.all([
    copyPackets(video, picture, { decoderConfig: (await video.getDecoderConfig()) ?? undefined }),
    sound && audio
      ? copyPackets(audio, sound, { decoderConfig: (await audio.getDecoderConfig()) ?? undefined })
      : undefined,
  ]);
  await output.finalize();
}

interface PacketTarget<Meta> {
  add(packet: Parameters<EncodedVideoPacketSource['add']>[0], meta?: Meta): Promise<void>;
  close(): void;
}

/** The first packet carries what a player has to know of the track. */
async function copyPackets<Meta>(
  track: InputVideoTrack | InputAudioTrack,
  target: PacketTarget<Meta>,
  meta: Meta,
): Promise<void> {
  let first: Meta | undefined = meta;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    await target.add(packet, first);
    first = undefined;
  }
  target.close();
}
